package org.ashlar.platform.web.internal.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.HttpMethod;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.ashlar.platform.rest.Permission;

/** Describes a JAX-RS resource by its annotations and the records that it takes and answers. */
final class ResourceDescriber {
    private static final Pattern TEMPLATE = Pattern.compile("\\{\\s*([\\w-]+)\\s*(:\\s*([^{}]*(\\{[^{}]*}[^{}]*)*))?}");

    private final ObjectNode document;
    private final Schemas schemas;

    ResourceDescriber(ObjectNode document) {
        this.document = document;
        this.schemas = new Schemas((ObjectNode) document.at("/components/schemas"));
    }

    /** Adds the paths of a resource. */
    void describe(Object resource) {
        Path base = annotated(resource.getClass());
        if (base == null) {
            return;
        }
        Arrays.stream(resource.getClass().getMethods()).sorted(Comparator.comparing(Method::getName))
                .forEach(method -> describe(base.value(), method));
    }

    private static Path annotated(Class<?> type) {
        Path own = type.getAnnotation(Path.class);
        return own != null ? own : Arrays.stream(type.getInterfaces()).map(i -> i.getAnnotation(Path.class))
                .filter(p -> p != null).findFirst().orElse(null);
    }

    private void describe(String base, Method method) {
        String verb = Arrays.stream(method.getAnnotations()).map(a -> a.annotationType().getAnnotation(HttpMethod.class))
                .filter(m -> m != null).map(HttpMethod::value).findFirst().orElse(null);
        if (verb == null) {
            return;
        }
        Path own = method.getAnnotation(Path.class);
        String template = ("/" + base + "/" + (own == null ? "" : own.value())).replaceAll("/+", "/").replaceAll("(?<=.)/$", "");
        String path = TEMPLATE.matcher(template).replaceAll(m -> Matcher.quoteReplacement("{" + m.group(1) + "}"));
        ObjectNode operation = ((ObjectNode) document.get("paths")).withObjectProperty(path)
                .putObject(verb.toLowerCase(Locale.ROOT));
        operation.putArray("tags").add(path.split("/")[1].replace(".json", ""));
        operation.put("operationId", method.getDeclaringClass().getSimpleName() + "." + method.getName());
        Permission permission = method.getAnnotation(Permission.class);
        if (permission != null && Permission.PUBLIC.equals(permission.value())) {
            operation.putArray("security");
        } else if (permission != null && !Permission.SIGNED_IN.equals(permission.value())) {
            operation.put("description", "Permission: " + permission.value());
        }
        parameters(method, operation);
        answers(method, operation);
    }

    private void parameters(Method method, ObjectNode operation) {
        ArrayNode parameters = operation.arrayNode();
        for (Parameter parameter : method.getParameters()) {
            PathParam inPath = parameter.getAnnotation(PathParam.class);
            QueryParam inQuery = parameter.getAnnotation(QueryParam.class);
            HeaderParam inHeader = parameter.getAnnotation(HeaderParam.class);
            if (inPath != null) {
                parameter(parameters, parameter, inPath.value(), "path", true);
            } else if (inQuery != null) {
                parameter(parameters, parameter, inQuery.value(), "query", false);
            } else if (inHeader != null) {
                parameter(parameters, parameter, inHeader.value(), "header", false);
            } else if (parameter.getAnnotations().length == 0 && isBody(parameter.getType())) {
                ObjectNode body = operation.putObject("requestBody");
                body.putObject("content").putObject(MediaType.APPLICATION_JSON).set("schema",
                        schemas.of(parameter.getParameterizedType()));
            }
        }
        if (!parameters.isEmpty()) {
            operation.set("parameters", parameters);
        }
    }

    private static boolean isBody(Class<?> type) {
        List<Class<? extends Annotation>> none = List.of(Context.class);
        return none.stream().noneMatch(type::isAnnotationPresent) && !type.isInterface() && type != String.class;
    }

    private void parameter(ArrayNode parameters, Parameter parameter, String name, String in, boolean required) {
        if ("Accept-Language".equals(name)) {
            return;
        }
        ObjectNode node = parameters.addObject().put("name", name).put("in", in).put("required", required);
        ObjectNode schema = schemas.of(parameter.getParameterizedType());
        DefaultValue otherwise = parameter.getAnnotation(DefaultValue.class);
        if (otherwise != null) {
            switch (schema.path("type").asText()) {
                case "integer" -> schema.put("default", Long.parseLong(otherwise.value()));
                case "boolean" -> schema.put("default", Boolean.parseBoolean(otherwise.value()));
                default -> schema.put("default", otherwise.value());
            }
        }
        node.set("schema", schema);
    }

    private void answers(Method method, ObjectNode operation) {
        ObjectNode responses = operation.putObject("responses");
        Class<?> type = method.getReturnType();
        if (type == void.class) {
            responses.putObject("204").put("description", "Done");
        } else {
            ObjectNode ok = responses.putObject("200").put("description", "OK");
            Produces produces = method.getAnnotation(Produces.class);
            String media = produces == null ? MediaType.APPLICATION_JSON : produces.value()[0].split(";")[0];
            if (!type.getName().startsWith("javax.ws.rs.")) {
                ok.putObject("content").putObject(media).set("schema", schemas.of(method.getGenericReturnType()));
            }
        }
        responses.putObject("default").put("description", "Problem").putObject("content")
                .putObject("application/problem+json").set("schema", schemas.problem());
    }
}
