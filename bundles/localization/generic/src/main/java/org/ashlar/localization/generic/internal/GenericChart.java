package org.ashlar.localization.generic.internal;

import org.ashlar.finance.spi.Chart;
import org.ashlar.finance.spi.ChartFiles;
import org.ashlar.finance.spi.ChartProvider;
import org.osgi.service.component.annotations.Component;

/** A chart for any country, in English. */
@Component(service = ChartProvider.class)
public final class GenericChart implements ChartProvider {

    @Override
    public String id() {
        return "generic";
    }

    @Override
    public Chart chart() {
        return ChartFiles.read(GenericChart.class, "/chart");
    }
}
