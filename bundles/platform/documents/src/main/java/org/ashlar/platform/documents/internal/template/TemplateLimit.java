package org.ashlar.platform.documents.internal.template;

/** A template wants more than it may have. */
final class TemplateLimit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TemplateLimit(String reason) {
        super(reason);
    }
}
