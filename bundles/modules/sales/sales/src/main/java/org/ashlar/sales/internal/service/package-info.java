/** Transactions, permissions, events. */
package org.ashlar.sales.internal.service;
