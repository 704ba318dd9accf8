package org.ashlar.platform.web.internal.jaxrs;

import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerResponseContext;
import javax.ws.rs.container.ContainerResponseFilter;
import org.ashlar.platform.tx.StatementCount;

/** In bench mode, what the database did for a request until its answer began. Thread-safe. */
final class StatementHeaders implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (StatementCount.enabled()) {
            response.getHeaders().putSingle("Ashlar-Statements", Long.toString(StatementCount.statements()));
            response.getHeaders().putSingle("Server-Timing", "db;desc=\"" + StatementCount.statements()
                    + " statements\";dur=" + StatementCount.nanos() / 1_000 / 1_000.0);
        }
    }
}
