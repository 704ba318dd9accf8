package org.ashlar.platform.automation.internal;

import org.ashlar.platform.event.Outbound;

/**
 * A rule calls out; webhooks subscribe to it and may pick by topic.
 *
 * @param topic topic that the rule names
 * @param rule code of the rule
 * @param model model of the record
 * @param id its id
 * @param text text that the rule made of the record
 */
@Outbound("automation.triggered")
public record AutomationTriggered(String topic, String rule, String model, long id, String text) {
}
