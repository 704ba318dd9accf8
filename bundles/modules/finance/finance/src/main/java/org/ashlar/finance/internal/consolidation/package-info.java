/** The books of several companies as those of one group. */
package org.ashlar.finance.internal.consolidation;
