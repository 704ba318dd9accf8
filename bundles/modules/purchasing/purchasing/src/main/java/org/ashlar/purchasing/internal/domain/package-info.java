/** Rules of orders without any framework. */
package org.ashlar.purchasing.internal.domain;
