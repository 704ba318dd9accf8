/** Rules of orders without any framework. */
package org.ashlar.sales.internal.domain;
