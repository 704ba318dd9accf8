package org.ashlar.platform.console.internal.command;

import java.util.Arrays;
import java.util.List;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.slf4j.LoggerFactory;

/** Completes ids of modules that the distribution holds. */
@Service
public final class FeatureCompleter implements Completer {

    /** Prefix of the features of modules. */
    static final String PREFIX = "ashlar-";

    @Reference
    FeaturesService features;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        StringsCompleter names = new StringsCompleter();
        try {
            Arrays.stream(features.listFeatures()).map(Feature::getName).filter(n -> n.startsWith(PREFIX))
                    .map(n -> n.substring(PREFIX.length())).forEach(names.getStrings()::add);
        } catch (Exception e) {
            LoggerFactory.getLogger(FeatureCompleter.class).debug("No completion", e);
        }
        return names.complete(session, line, candidates);
    }
}
