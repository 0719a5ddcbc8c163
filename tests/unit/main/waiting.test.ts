import { expect, test } from '@playwright/test'
import { JobError, type IngestLink } from '../../../main/ingest'
import type { FetchRequest, FetchResult } from '../../../main/network'
import { createLine } from '../../../main/sync/line'
