package org.ashlar.platform.kernel.internal;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.ServiceReference;

/** A service registry without a framework, as far as service trackers ask. */
public final class TestServices {

    private final Map<ServiceReference<?>, Object> services = new LinkedHashMap<>();
    private final Map<ServiceListener, String> listeners = new LinkedHashMap<>();
    private final List<ServiceReference<?>> order = new CopyOnWriteArrayList<>();

    public BundleContext context() {
        return proxy(BundleContext.class, (name, args) -> switch (name) {
            case "addServiceListener" -> listeners.put((ServiceListener) args[0], (String) args[1]);
            case "removeServiceListener" -> listeners.remove(args[0]);
            case "getServiceReferences", "getAllServiceReferences" -> order.stream()
                    .filter(r -> matches(r, args[0], (String) args[1])).toArray(ServiceReference<?>[]::new);
            case "getService" -> services.get(args[0]);
            case "ungetService" -> true;
            default -> null;
        });
    }

    public <S> ServiceReference<S> register(Class<S> type, S service, Map<String, Object> properties) {
        int id = services.size();
        @SuppressWarnings("unchecked")
        ServiceReference<S> reference = proxy(ServiceReference.class, (name, args) -> switch (name) {
            case "getProperty" -> args[0].equals(Constants.OBJECTCLASS) ? new String[] {type.getName()}
                    : properties.get(args[0]);
            case "compareTo" -> compare(id, properties, (ServiceReference<?>) args[0]);
            case "getBundle" -> null;
            default -> null;
        });
        services.put(reference, service);
        order.add(reference);
        fire(ServiceEvent.REGISTERED, reference);
        return reference;
    }

    public void unregister(ServiceReference<?> reference) {
        order.remove(reference);
        fire(ServiceEvent.UNREGISTERING, reference);
    }

    private void fire(int kind, ServiceReference<?> reference) {
        new ArrayList<>(listeners.entrySet()).stream().filter(l -> matches(reference, null, l.getValue()))
                .forEach(l -> l.getKey().serviceChanged(new ServiceEvent(kind, reference)));
    }

    private int compare(int id, Map<String, Object> properties, ServiceReference<?> other) {
        int mine = (int) properties.getOrDefault(Constants.SERVICE_RANKING, 0);
        Object theirs = other.getProperty(Constants.SERVICE_RANKING);
        int byRank = Integer.compare(mine, theirs == null ? 0 : (int) theirs);
        return byRank != 0 ? byRank : Integer.compare(order.indexOf(other), id);
    }

    private static boolean matches(ServiceReference<?> reference, Object type, String filter) {
        String name = ((String[]) reference.getProperty(Constants.OBJECTCLASS))[0];
        return (type == null || type.equals(name)) && (filter == null || filter.contains("=" + name + ")"));
    }

    private interface Answer {
        Object to(String method, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(Bundle.class.getClassLoader(), new Class<?>[] {type},
                (self, method, args) -> switch (method.getName()) {
                    case "equals" -> self == args[0];
                    case "hashCode" -> System.identityHashCode(self);
                    case "toString" -> "test " + type.getSimpleName();
                    default -> answer.to(method.getName(), args);
                }));
    }
}
