package org.ashlar.platform.web.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.access.Caller;
import org.ashlar.platform.access.Users;
import org.ashlar.platform.i18n.Messages;
import org.ashlar.platform.meta.MenuContributor;
import org.ashlar.platform.module.Companies;
import org.ashlar.platform.module.Company;
import org.ashlar.platform.module.ModuleInfo;
import org.ashlar.platform.module.ModuleState;
import org.ashlar.platform.module.Modules;
import org.ashlar.platform.rest.Permission;
import org.ashlar.platform.rest.RestResource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a user interface needs first: who, where, in which language, and which modules with which menus. */
@Component(service = BootResource.class)
@RestResource
@Path("/boot")
@Produces(MediaType.APPLICATION_JSON)
public final class BootResource {
    private static final Logger LOG = LoggerFactory.getLogger(BootResource.class);
    private static final String MENU = "ASHLAR-INF/menu/menu.json";
    private static final String ENTRY = "web/index.js";

    /** Replaced as a whole by DS. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<MenuContributor> contributors = List.of();
    private final BundleContext context;
    private final Modules modules;
    private final Companies companies;
    private final Users users;
    private final Messages messages;
    private final Access access;
    private final ObjectMapper json = new ObjectMapper();

    /** By injection. */
    @Activate
    public BootResource(BundleContext context, @Reference Modules modules, @Reference Companies companies,
            @Reference Users users, @Reference Messages messages, @Reference Access access) {
        this.context = context;
        this.modules = modules;
        this.companies = companies;
        this.users = users;
        this.messages = messages;
        this.access = access;
    }

    /** All of it. */
    @GET
    @Permission(Permission.SIGNED_IN)
    public BootView boot() {
        Caller caller = access.caller();
        Locale locale = caller.locale();
        List<CompanyView> mine = companies.list().stream().filter(c -> caller.companies().contains(c.id()))
                .map(BootResource::view).toList();
        CompanyView current = mine.stream().filter(c -> c.id() == caller.companyId()).findFirst().orElse(null);
        UserView user = users.find(caller.userId()).map(u -> new UserView(u.id(), u.login(), u.name()))
                .orElseGet(() -> new UserView(caller.userId(), caller.login(), caller.login()));
        List<BootModule> active = modules.list().stream().filter(m -> m.state() == ModuleState.ACTIVE)
                .map(m -> module(m, locale))
                .collect(Collectors.toCollection(ArrayList::new));
        contributors.stream().map(c -> contributed(c, locale)).filter(m -> !m.menus().isEmpty()).forEach(active::add);
        return new BootView(user, current, mine, locale.toLanguageTag(), caller.zone().getId(), access.today().toString(),
                active);
    }

    private BootModule module(ModuleInfo module, Locale locale) {
        Bundle bundle = module.bundleId() < 0 ? null : context.getBundle(module.bundleId());
        // A new build of the same version must not be taken for the old one, by the browser's cache least of all.
        String version = module.version() + (bundle == null ? "" : "-" + Long.toString(bundle.getLastModified(), 36));
        String entry = bundle == null || bundle.getEntry(ENTRY) == null ? null
                : "/m/" + module.id() + "/" + version + "/index.js";
        JsonNode look = read(bundle);
        return new BootModule(module.id(), version, Texts.module(messages, locale, module.id()), module.kind(),
                module.state().name(), look.path("icon").asText(null), look.path("hue").asInt(hue(module.id())),
                look.path("order").isInt() ? look.path("order").asInt() : null, menus(look, module, locale), entry);
    }

    /** Entries that are data look like those of a module. */
    private BootModule contributed(MenuContributor contributor, Locale locale) {
        ArrayNode menus = JsonNodeFactory.instance.arrayNode();
        for (MenuContributor.Entry entry : contributor.entries(locale)) {
            if (access.may(entry.model() + ".read")) {
                menus.addObject().put("id", entry.id()).put("model", entry.model()).put("icon", entry.icon())
                        .put("title", entry.title());
            }
        }
        return new BootModule(contributor.id(), "1", contributor.title(locale), "custom", ModuleState.ACTIVE.name(),
                contributor.icon(), hue(contributor.id()), null, menus, null);
    }

    /** A colour of its own for a module that names none. */
    private static int hue(String id) {
        return Math.floorMod(id.hashCode() * 47, 360);
    }

    /** Either the list of entries, or an object with icon, hue and menus. */
    private JsonNode read(Bundle bundle) {
        URL file = bundle == null ? null : bundle.getEntry(MENU);
        try {
            return file == null ? JsonNodeFactory.instance.objectNode() : json.readTree(file);
        } catch (IOException e) {
            LOG.warn("{} of {} cannot be read: {}", MENU, bundle.getSymbolicName(), e.getMessage());
            return JsonNodeFactory.instance.objectNode();
        }
    }

    private JsonNode menus(JsonNode look, ModuleInfo module, Locale locale) {
        ArrayNode shown = JsonNodeFactory.instance.arrayNode();
        for (JsonNode entry : look.isArray() ? look : look.path("menus")) {
            if (entry instanceof ObjectNode menu && allowed(menu)) {
                String id = menu.path("id").asText();
                menu.put("title", Texts.of(messages, locale, "menu." + module.id() + "." + id,
                        Texts.of(messages, locale, "model." + menu.path("model").asText(id),
                                menu.path("title").asText(id))));
                shown.add(menu);
            }
        }
        return shown;
    }

    private boolean allowed(ObjectNode menu) {
        String permission = menu.path("permission")
                .asText(menu.has("model") ? menu.get("model").asText() + ".read" : "");
        return permission.isEmpty() || access.may(permission);
    }

    private static CompanyView view(Company company) {
        return new CompanyView(company.id(), company.code(), company.name(), company.currency());
    }

    /** The answer; {@code today} is the company's business date. */
    public record BootView(UserView user, CompanyView company, List<CompanyView> companies, String locale, String zone,
            String today, List<BootModule> modules) {
    }

    /** The user. */
    public record UserView(long id, String login, String name) {
    }

    /** A company that the user may work in. */
    public record CompanyView(long id, String code, String name, String currency) {
    }

    /**
     * A module with the menu entries that the user may open.
     *
     * @param version bundle version and build, as in the path of its files
     * @param icon name of an icon or {@code null}
     * @param hue its colour, 0 to 359
     * @param order place among modules of its kind, {@code null}: what builds on others stands before them
     * @param entry path of its ES module, {@code null} if it has none
     */
    public record BootModule(String id, String version, String title, String kind, String state, String icon, int hue,
            Integer order, JsonNode menus, String entry) {
    }
}
