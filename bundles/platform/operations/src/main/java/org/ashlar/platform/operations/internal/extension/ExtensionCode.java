package org.ashlar.platform.operations.internal.extension;

import java.util.List;
import java.util.function.Supplier;
import org.osgi.framework.Bundle;

/** Finds extensions on the stacks of threads. Thread-safe. */
final class ExtensionCode {

    private static final List<String> WAITING_FOR_THE_CLIENT = List.of("org.eclipse.jetty.server.HttpInput",
            "org.eclipse.jetty.server.HttpOutput");

    private final Supplier<List<Bundle>> extensions;

    ExtensionCode(Supplier<List<Bundle>> extensions) {
        this.extensions = extensions;
    }

    /** The innermost method of an extension. */
    record Place(String extension, String type, String method) {
    }

    /** {@code null} if no extension takes part, or if only the client is waited for. */
    Place place(StackTraceElement[] stack) {
        List<Bundle> all = extensions.get();
        if (all.isEmpty()) {
            return null;
        }
        for (StackTraceElement frame : stack) {
            if (WAITING_FOR_THE_CLIENT.contains(frame.getClassName())) {
                return null;
            }
            String entry = frame.getClassName().replace('.', '/') + ".class";
            for (Bundle bundle : all) {
                if (!frame.getClassName().startsWith("java.") && bundle.getEntry(entry) != null) {
                    return new Place(bundle.getSymbolicName(), frame.getClassName(), frame.getMethodName());
                }
            }
        }
        return null;
    }
}
