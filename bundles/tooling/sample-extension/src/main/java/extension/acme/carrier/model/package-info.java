/** What is stored: a model of its own, and fields on the suite's parties. */
package extension.acme.carrier.model;
