package org.ashlar.finance.internal.books;

import org.ashlar.finance.AccountRole;
import org.ashlar.finance.internal.domain.TaxRule;
import org.ashlar.finance.internal.model.TaxScope;

/**
 * A tax as documents need it.
 *
 * @param id id
 * @param scope sale or purchase
 * @param role role of the account that it is posted to
 * @param active may be used
 * @param rule how it is computed
 */
public record TaxInfo(long id, TaxScope scope, AccountRole role, boolean active, TaxRule rule) {
}
