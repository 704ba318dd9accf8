/** What finance offers to other modules and to the generic API: services, rules and actions, thin over the ledger. */
package org.ashlar.finance.internal.service;
