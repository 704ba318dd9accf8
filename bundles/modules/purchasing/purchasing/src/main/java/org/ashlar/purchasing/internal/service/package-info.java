/** Transactions, permissions, events. */
package org.ashlar.purchasing.internal.service;
