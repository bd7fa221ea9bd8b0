import { createRouter, createWebHashHistory, type Router } from 'vue-router'

declare module 'vue-router' {
  interface RouteMeta {
    /** i18n key of the place's name. */
    title: string
    /** Shown without places and search: the first start. */
    bare?: boolean
  }
}

/**
 * The places of the application. Hash history, because the page comes from the application's own protocol.
 *
 * Queries that other screens may pass: `/parcels?q=<ParcelQuery as JSON>` and `/parcels?open=<id of a parcel>`,
 * `/accounts?add=<carrier>`.
 */
export function createAppRouter(isFirstStart: () => boolean): Router {
  return createRouter({
    history: createWebHashHistory(),
    routes: [
      { path: '/', redirect: () => (isFirstStart() ? '/start' : '/today') },
      {
        path: '/start',
        component: () => import('./features/start/StartPage.vue'),
        meta: { title: 'start.title', bare: true },
      },
      {
        path: '/today',
        component: () => import('./features/today/TodayPage.vue'),
        meta: { title: 'shell.places.today' },
      },
      {
        path: '/parcels',
        component: () => import('./features/parcels/ParcelsPage.vue'),
        meta: { title: 'shell.places.parcels' },
      },
      {
        path: '/import',
        component: () => import('./features/imports/ImportPage.vue'),
        meta: { title: 'shell.places.import' },
      },
      {
        path: '/quotes',
        component: () => import('./features/quotes/QuotesPage.vue'),
        meta: { title: 'shell.places.quotes' },
      },
      {
        path: '/accounts',
        component: () => import('./features/accounts/AccountsPage.vue'),
        meta: { title: 'shell.places.accounts' },
      },
      {
        path: '/settings',
        component: () => import('./features/settings/SettingsPage.vue'),
        meta: { title: 'shell.places.settings' },
      },
      { path: '/:anything(.*)*', redirect: '/' },
    ],
  })
}
