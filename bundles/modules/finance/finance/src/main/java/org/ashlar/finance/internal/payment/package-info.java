/** Payments and their allocation. */
package org.ashlar.finance.internal.payment;
