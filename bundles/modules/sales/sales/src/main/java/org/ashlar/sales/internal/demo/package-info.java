/** Generated demo records. */
package org.ashlar.sales.internal.demo;
