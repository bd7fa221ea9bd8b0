import { accountReader, accountWriter } from './account-methods.ts'
import { backupReader } from './backup.ts'
import { deliveryReader } from './delivery-reader.ts'
import { freightTableReader, freightTableWriter } from './freight-table-methods.ts'
import { inspector } from './inspector.ts'
import { keptReader, keptWriter } from './kept-methods.ts'
import { parcelReader } from './parcel-reader.ts'
import { parcelWriter } from './parcel-writer.ts'
import { personalReader, personalWriter } from './personal-methods.ts'
import { quoteJobReader, quoteJobWriter } from './quote-job-methods.ts'
import { quoteReader, quoteWriter } from './quote-methods.ts'
import { rateRuleReader, rateRuleWriter } from './rate-rule-methods.ts'
import { trackingReader } from './tracking-reader.ts'
import { trackingWriter } from './tracking-writer.ts'
import { undoReader, undoWriter } from './undo-methods.ts'
import { upkeep } from './upkeep.ts'
import { watchedFolderReader, watchedFolderWriter } from './watched-folder-methods.ts'

/** Everything that a reader's thread answers. */
export const readerMethods = {
  ...parcelReader,
  ...deliveryReader,
  ...trackingReader,
  ...accountReader,
  ...keptReader,
  ...backupReader,
  ...undoReader,
  ...personalReader,
  ...watchedFolderReader,
  ...quoteReader,
  ...quoteJobReader,
  ...freightTableReader,
  ...rateRuleReader,
}

/** Everything that the writer's thread answers. */
export const writerMethods = {
  ...parcelWriter,
  ...trackingWriter,
  ...accountWriter,
  ...keptWriter,
  ...undoWriter,
  ...personalWriter,
  ...watchedFolderWriter,
  ...quoteWriter,
  ...quoteJobWriter,
  ...freightTableWriter,
  ...rateRuleWriter,
  ...upkeep,
}

/** Everything that an inspector's thread answers. */
export const inspectorMethods = { ...inspector }
