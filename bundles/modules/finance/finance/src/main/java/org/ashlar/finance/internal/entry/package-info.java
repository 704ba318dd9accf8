/** Journal entries as records: rules of drafts and the actions on them. */
package org.ashlar.finance.internal.entry;
