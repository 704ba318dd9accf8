/** Reports and consistency rules. */
package org.ashlar.sales.internal.report;
