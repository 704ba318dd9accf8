/** Kept balances: folded snapshot plus unfolded tail. */
package org.ashlar.finance.internal.balance;
