/** Actions over REST, thin. */
package org.ashlar.crm.internal.action;
