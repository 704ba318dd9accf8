/** Open items and how they settle each other. */
package org.ashlar.finance.internal.settlement;
