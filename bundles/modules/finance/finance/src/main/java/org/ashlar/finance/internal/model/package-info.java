/** JPA entities of finance: the rows and, by their annotations, the models that the outside sees. */
package org.ashlar.finance.internal.model;
