/**
 * What Node is started with where it runs our TypeScript as it is. Every thread then strips types with a WebAssembly
 * module, and V8 of Node 24 can crash when it makes that module's wrappers faster in several threads at once
 * (`WasmImportWrapperCache::Free`, seen as SIGSEGV or SIGTRAP): so it leaves them as they are.
 */
export const sourceFlags = ['--wasm-wrapper-tiering-budget=1000000000']
