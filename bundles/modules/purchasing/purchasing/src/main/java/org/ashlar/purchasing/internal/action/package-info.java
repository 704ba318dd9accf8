/** Actions on orders as REST and the console call them. */
package org.ashlar.purchasing.internal.action;
