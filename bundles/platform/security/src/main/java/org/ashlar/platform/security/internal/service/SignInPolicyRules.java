package org.ashlar.platform.security.internal.service;

import java.util.Set;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
import org.ashlar.platform.security.internal.domain.PasswordPolicy;
import org.ashlar.platform.security.internal.model.SignInPolicyEntity;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps the policy within what is safe and possible; it holds for all companies, so only those may change it who may in all. */
@Component
@ForModel("platform.signInPolicy")
public final class SignInPolicyRules implements RecordRules<SignInPolicyEntity> {
    private static final int MANY = 100_000_000;

    private final Everywhere everywhere;

    /** By injection. */
    @Activate
    public SignInPolicyRules(@Reference Everywhere everywhere) {
        this.everywhere = everywhere;
    }

    @Override
    public void beforeUpdate(SignInPolicyEntity policy, Set<String> changed) {
        everywhere.require("platform.signInPolicy.update");
        range("minLength", policy.getMinLength(), PasswordPolicy.FLOOR, 64);
        range("history", policy.getHistory(), 0, 24);
        range("maxAgeDays", policy.getMaxAgeDays(), 0, 3_650);
        range("lockAfter", policy.getLockAfter(), 3, 100);
        range("lockMinutes", policy.getLockMinutes(), 1, 1_440);
        range("idleMinutes", policy.getIdleMinutes(), 1, 720);
        range("sessionHours", policy.getSessionHours(), 1, 24);
        pace("sessionPace", policy.getSessionPace());
        pace("tokenPace", policy.getTokenPace());
        pace("addressPace", policy.getAddressPace());
        range("tokenMaxDays", policy.getTokenMaxDays(), 0, 36_500);
    }

    private static void pace(String field, Integer value) {
        if (value == null || value != 0) {
            range(field, value, 60, MANY);
        }
    }

    private static void range(String field, Integer value, int least, int most) {
        if (value == null || value < least || value > most) {
            throw Problem.rule(field, "platform.signInPolicy.range", least, most);
        }
    }
}
