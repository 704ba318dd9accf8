/** Rules of accounts, roles, journals and taxes, and what a new company gets of them. */
package org.ashlar.finance.internal.account;
