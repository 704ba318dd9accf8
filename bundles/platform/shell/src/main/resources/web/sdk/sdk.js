// @ashlar/sdk: all that a module's page needs. Semantic version; a module may ask for a range.
export const version = '1.1.0';
export { html } from './html.js';
export { api, ApiError, attempt, may, online, session } from './api.js';
export { createStore, remember, remembered } from './store.js';
export { addTexts, has, language, t, tag } from './i18n.js';
export * as format from './format.js';
export { go, href, route, setGuard, setQuery } from './router.js';
export { Avatar, Badge, Button, Empty, Failed, FieldError, Icon, Labelled, Skeleton } from './components/basic.js';
export { confirmDialog, Dialog, Menu, openDialog, Popover, toast } from './components/overlay.js';
export { Calendar, DateInput } from './components/dates.js';
export { DateRange } from './components/date-range.js';
export { useAsk } from './ask.js';
export { usePhone } from './phone.js';
export { ScanInput, signal } from './scan.js';
