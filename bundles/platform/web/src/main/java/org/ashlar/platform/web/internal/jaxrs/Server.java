package org.ashlar.platform.web.internal.jaxrs;

import com.fasterxml.jackson.jaxrs.json.JacksonJsonProvider;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.servlet.ServletConfig;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import org.apache.cxf.Bus;
import org.apache.cxf.bus.CXFBusFactory;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.apache.cxf.logging.FaultListener;
import org.apache.cxf.transport.http.DestinationRegistryImpl;
import org.apache.cxf.transport.http.HTTPTransportFactory;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.ashlar.platform.tx.StatementCount;

/**
 * CXF for one set of resources. When the set changes a new server takes over and this one closes after the last request
 * that it is answering, so that no request meets half a server. Failures are logged by {@link ProblemMapper}, once. Thread-safe.
 */
final class Server {
    private static final long PATIENCE_SECONDS = 60;

    private final Bus bus;
    private final CXFNonSpringServlet servlet;
    private final Seats seats;
    private final AtomicInteger requests = new AtomicInteger();
    private volatile boolean closing;

    Server(List<Object> resources, ProblemMapper problems, PermissionFilter permissions, Seats seats,
            ServletConfig config) throws ServletException {
        this.seats = seats;
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        ClassLoader cxf = JAXRSServerFactoryBean.class.getClassLoader();
        Thread.currentThread().setContextClassLoader(cxf);
        try {
            bus = new CXFBusFactory().createBus();
            bus.setExtension(cxf, ClassLoader.class);
            bus.setProperty(FaultListener.class.getName(), (FaultListener) (fault, description, message) -> false);
            DestinationRegistryImpl destinations = new DestinationRegistryImpl();
            servlet = new CXFNonSpringServlet(destinations, bus);
            servlet.init(config);
            JAXRSServerFactoryBean factory = new JAXRSServerFactoryBean();
            factory.setBus(bus);
            factory.setDestinationFactory(new HTTPTransportFactory(destinations));
            factory.setAddress("/");
            factory.setServiceBeans(resources);
            factory.setProviders(List.of(new JacksonJsonProvider(Json.mapper()), permissions, seats,
                    new StatementHeaders(), problems));
            factory.create();
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    /** Answers a request; {@code false} if this server is closing and another one must. */
    boolean answer(ServletRequest request, ServletResponse response) throws ServletException, IOException {
        requests.incrementAndGet();
        try {
            if (closing) {
                return false;
            }
            StatementCount.reset();
            servlet.service(request, response);
            return true;
        } finally {
            seats.leave();
            requests.decrementAndGet();
        }
    }

    /** Takes no further request, waits for those under way, and frees everything. */
    void close() {
        closing = true;
        try {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (requests.get() > 0 && System.nanoTime() < end) {
                Thread.sleep(20);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        servlet.destroy();
        bus.shutdown(false);
    }
}
