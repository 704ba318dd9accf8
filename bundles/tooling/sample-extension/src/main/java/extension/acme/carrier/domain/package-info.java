/** Pure rules: no OSGi, no database, no REST, so that a plain test proves them. */
package extension.acme.carrier.domain;
