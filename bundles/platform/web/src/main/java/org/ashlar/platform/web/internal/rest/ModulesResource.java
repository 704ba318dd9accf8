package org.ashlar.platform.web.internal.rest;

import java.util.List;
import java.util.Locale;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.i18n.Messages;
import org.ashlar.platform.module.ModuleInfo;
import org.ashlar.platform.module.Modules;
import org.ashlar.platform.rest.Permission;
import org.ashlar.platform.rest.ProblemWriter;
import org.ashlar.platform.rest.RestResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is installed: in full for users, names and states for everybody. */
@Component(service = ModulesResource.class)
@RestResource
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class ModulesResource {
    private final Modules modules;
    private final Messages messages;
    private final Access access;

    /** By injection. */
    @Activate
    public ModulesResource(@Reference Modules modules, @Reference Messages messages, @Reference Access access) {
        this.modules = modules;
        this.messages = messages;
        this.access = access;
    }

    /** Every module that this installation knows. */
    @GET
    @Path("/modules")
    @Permission(Permission.SIGNED_IN)
    public List<ModuleView> modules() {
        Locale locale = access.caller().locale();
        return modules.list().stream().map(m -> new ModuleView(m.id(), Texts.module(messages, locale, m.id()), m.version(),
                m.kind(), m.state().name(), m.requires(), m.validates(), messages.text(locale, m.problem()))).toList();
    }

    /** For the landing page: names and states only. */
    @GET
    @Path("/about")
    @Permission(Permission.PUBLIC)
    public AboutView about(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        Locale locale = ProblemWriter.locale(language, Locale.ENGLISH);
        return new AboutView("Ashlar", modules.list().stream().map(m -> about(m, locale)).toList());
    }

    private AboutModule about(ModuleInfo module, Locale locale) {
        return new AboutModule(module.id(), Texts.module(messages, locale, module.id()), module.kind(),
                module.state().name());
    }

    /**
     * One module.
     *
     * @param requires ids of required modules
     * @param validates models that it validates
     * @param problem why it failed or waits, {@code null} if all is well
     */
    public record ModuleView(String id, String title, String version, String kind, String state, List<String> requires,
            List<String> validates, String problem) {
    }

    /** The installation as strangers see it. */
    public record AboutView(String name, List<AboutModule> modules) {
    }

    /** A module as strangers see it. */
    public record AboutModule(String id, String title, String kind, String state) {
    }
}
