/**
 * The one place that knows which database runs below: transaction manager and data sources as services.
 *
 * <p>Services: {@code javax.sql.DataSource} with {@code ashlar.datasource=jta} (joins the running JTA
 * transaction), {@code =read} (pooled, outside transactions) and {@code =plain} (pooled small, commits by
 * itself, for migrations), each with {@code ashlar.database=derby|postgresql}.
 */
package org.ashlar.platform.database.internal;
