package org.ashlar.localization.cn.internal;

import org.ashlar.finance.spi.Chart;
import org.ashlar.finance.spi.ChartFiles;
import org.ashlar.finance.spi.ChartProvider;
import org.osgi.service.component.annotations.Component;

/** The chart after 企业会计准则 with VAT codes of the People's Republic of China. */
@Component(service = ChartProvider.class)
public final class ChineseChart implements ChartProvider {

    @Override
    public String id() {
        return "cn";
    }

    @Override
    public Chart chart() {
        return ChartFiles.read(ChineseChart.class, "/chart");
    }
}
