/** The client of the local console; needs nothing but a JDK. */
package org.ashlar.console.client;
