/** Pure rules of leads and opportunities. */
package org.ashlar.crm.internal.domain;
