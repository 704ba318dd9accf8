/** The company's books as they are looked up on every posting: accounts, roles, journals, taxes and periods, from memory. */
package org.ashlar.finance.internal.books;
