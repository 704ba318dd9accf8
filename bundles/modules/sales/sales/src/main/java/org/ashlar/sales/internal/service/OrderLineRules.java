package org.ashlar.sales.internal.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ashlar.platform.problem.FieldError;
import org.ashlar.platform.problem.Problem;
import org.ashlar.platform.record.ForModel;
import org.ashlar.platform.record.RecordRules;
import org.ashlar.sales.OrderState;
import org.ashlar.sales.internal.model.OrderLineEntity;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lines that come in by themselves, from a file of their own: only history may do that. */
@Component
@ForModel("sales.orderLine")
public final class OrderLineRules implements RecordRules<OrderLineEntity> {

    private final HistoricHeaders headers;
    private final LineCompletion completion;
    private final OrderHistory history;
    private final HistoricProgress progress;

    /** Used by DS. */
    @Activate
    public OrderLineRules(@Reference HistoricHeaders headers, @Reference LineCompletion completion,
            @Reference OrderHistory history, @Reference HistoricProgress progress) {
        this.headers = headers;
        this.completion = completion;
        this.history = history;
        this.progress = progress;
    }

    @Override
    public void beforeInsert(OrderLineEntity line) {
        Long orderId = line.getOrder() == null ? null : line.getOrder().getId();
        if (orderId == null) {
            return;
        }
        HistoricHeaders.Header header = headers.find(orderId)
                .orElseThrow(() -> Problem.rule("order", "sales.orderLine.notHistoric"));
        List<FieldError> errors = new ArrayList<>();
        history.line(line, header.state(), completion.products(List.of(line)), "", errors);
        if (!errors.isEmpty()) {
            throw Problem.rules(errors.get(0).code(), errors);
        }
        if (line.getLineNo() == null) {
            line.setLineNo(headers.nextLine(orderId));
        }
        if (header.state() == OrderState.CONFIRMED) {
            progress.refreshLater(orderId);
        }
    }
}
