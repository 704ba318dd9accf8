/** Generated demo records. */
package org.ashlar.purchasing.internal.demo;
