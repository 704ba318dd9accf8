/** Rules and steps of leads, opportunities and visits. */
package org.ashlar.crm.internal.service;
