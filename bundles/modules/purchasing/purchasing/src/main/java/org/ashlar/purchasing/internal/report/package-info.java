/** Reports and consistency rules. */
package org.ashlar.purchasing.internal.report;
