/** Invoices and credit notes: amounts, checks, posting. */
package org.ashlar.finance.internal.invoice;
