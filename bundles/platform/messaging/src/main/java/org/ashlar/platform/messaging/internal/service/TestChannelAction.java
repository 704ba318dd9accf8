package org.ashlar.platform.messaging.internal.service;

import java.util.List;
import org.ashlar.platform.access.Access;
import org.ashlar.platform.i18n.Messages;
import org.ashlar.platform.messaging.internal.chat.ChatService;
import org.ashlar.platform.messaging.internal.chat.Errand;
import org.ashlar.platform.messaging.internal.domain.Account;
import org.ashlar.platform.messaging.internal.domain.ChatProblem;
import org.ashlar.platform.messaging.internal.domain.Text;
import org.ashlar.platform.messaging.internal.out.Accounts;
import org.ashlar.platform.messaging.internal.out.Directory;
import org.ashlar.platform.messaging.internal.out.Services;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.ActionCall;
import org.ashlar.platform.record.ForAction;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.IdSource;
import org.ashlar.platform.record.RecordAction;
import org.ashlar.platform.settings.Settings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sends a text to who asks for it, at once, and says in the service's words why it does not go. */
@Component
@ForModel("platform.messageChannel")
@ForAction("test")
public final class TestChannelAction implements RecordAction {
    private final Accounts accounts;
    private final Directory directory;
    private final Services services;
    private final Access access;
    private final Settings settings;
    private final Messages texts;
    private final IdSource ids;

    /** By injection. */
    @Activate
    public TestChannelAction(@Reference Accounts accounts, @Reference Directory directory, @Reference Services services,
            @Reference Access access, @Reference Settings settings, @Reference Messages texts, @Reference IdSource ids) {
        this.accounts = accounts;
        this.directory = directory;
        this.services = services;
        this.access = access;
        this.settings = settings;
        this.texts = texts;
        this.ids = ids;
    }

    @Override
    public Object run(ActionCall call) {
        Account account = accounts.find(call.id()).orElseThrow(() -> Problem.notFound("platform.messageChannel", call.id()));
        if (account.incomplete()) {
            throw Problem.rule("hasSecret", "platform.messaging.noSecret");
        }
        String address = directory.address(account.id(), access.caller().userId())
                .orElseThrow(() -> Problem.rule("address", "platform.messaging.noAddress", account.code()));
        String text = texts.text(access.caller().locale(), "platform.messaging.test", List.of(account.code()));
        ChatService service = services.of(account.kind());
        Errand errand = new Errand(account, address, "ashlar-test-" + ids.next(), () -> true);
        try {
            service.text(errand, new Text(text, text));
            String suite = settings.get("suite.address", "").strip().replaceAll("/+$", "");
            if (!suite.isEmpty()) {
                service.register(errand, suite);
            }
        } catch (ChatProblem e) {
            throw Problem.rule("url", "platform.messaging.testFailed", e.getMessage());
        }
        return null;
    }
}
