package org.ashlar.itests.container;

import static org.junit.Assert.assertEquals;
import static org.ops4j.pax.exam.CoreOptions.maven;
import static org.ops4j.pax.exam.CoreOptions.vmOption;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.karaf.features.BootFinished;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeatureState;
import org.apache.karaf.features.FeaturesService;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.options.extra.VMOption;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;

/** The real distribution: everything starts, and a module that comes or goes touches nobody else. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class SuiteBootsTest {

    private static final List<String> MODULES =
            List.of("ashlar-crm", "ashlar-sales", "ashlar-purchasing", "ashlar-inventory", "ashlar-finance");

    @Inject
    private BootFinished booted;

    @Inject
    private FeaturesService features;

    @Inject
    private BundleContext context;

    @Configuration
    public static Option[] configuration() throws IOException {
        String karaf = System.getProperty("karaf.version");
        List<Option> options = new ArrayList<>(List.of(
                karafDistributionConfiguration()
                        .frameworkUrl(maven("org.ashlar", "karaf-distribution").type("tar.gz")
                                .version(System.getProperty("ashlar.version")))
                        .name("Ashlar").karafVersion(karaf)
                        .unpackDirectory(new File("target/exam")).useDeployFolder(false),
                configureConsole().ignoreLocalConsole().ignoreRemoteShell(),
                editConfigurationFilePut("etc/org.ops4j.pax.web.cfg", "org.osgi.service.http.port",
                        String.valueOf(freePort())),
                // Only the test's own bundles come from outside the distribution.
                editConfigurationFilePut("etc/org.ops4j.pax.url.mvn.cfg", "org.ops4j.pax.url.mvn.localRepository",
                        localRepository())));
        options.addAll(javaModules(karaf));
        return options.toArray(Option[]::new);
    }

    private static String localRepository() {
        String given = System.getProperty("maven.repo.local");
        return given != null ? given : new File(System.getProperty("user.home"), ".m2/repository").getPath();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static List<VMOption> javaModules(String karaf) {
        return Stream.of(
                        "--add-reads=java.xml=java.logging",
                        "--add-exports=java.base/org.apache.karaf.specs.locator=java.xml,ALL-UNNAMED",
                        "--patch-module",
                        "java.base=lib/endorsed/org.apache.karaf.specs.locator-" + karaf + ".jar",
                        "--patch-module",
                        "java.xml=lib/endorsed/org.apache.karaf.specs.java.xml-" + karaf + ".jar",
                        "--add-opens", "java.base/java.security=ALL-UNNAMED",
                        "--add-opens", "java.base/java.net=ALL-UNNAMED",
                        "--add-opens", "java.base/java.lang=ALL-UNNAMED",
                        "--add-opens", "java.base/java.util=ALL-UNNAMED",
                        "--add-opens", "java.naming/javax.naming.spi=ALL-UNNAMED",
                        "--add-opens", "java.rmi/sun.rmi.transport.tcp=ALL-UNNAMED",
                        "--add-exports=java.base/sun.net.www.protocol.file=ALL-UNNAMED",
                        "--add-exports=java.base/sun.net.www.protocol.http=ALL-UNNAMED",
                        "--add-exports=java.base/sun.net.www.protocol.https=ALL-UNNAMED",
                        "--add-exports=java.base/sun.net.www.protocol.jar=ALL-UNNAMED",
                        "--add-exports=java.base/sun.net.www.content.text=ALL-UNNAMED",
                        "--add-exports=jdk.naming.rmi/com.sun.jndi.url.rmi=ALL-UNNAMED",
                        "-classpath", "lib/jdk9plus/*" + File.pathSeparator + "lib/boot/*")
                .map(option -> vmOption(option))
                .toList();
    }

    @Test
    public void everyBundleIsActive() {
        List<String> resting = Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null)
                .filter(bundle -> bundle.getState() != Bundle.ACTIVE)
                .filter(bundle -> !"lazy".equals(bundle.getHeaders().get(Constants.BUNDLE_ACTIVATIONPOLICY)))
                .filter(bundle -> !bundle.getSymbolicName().contains("compatibility-servlet"))
                .map(bundle -> bundle.getSymbolicName() + " is in state " + bundle.getState())
                .toList();
        assertEquals(List.of(), resting);
    }

    @Test
    public void noFeatureListsABundleTwice() throws Exception {
        Set<String> seen = new TreeSet<>();
        Set<String> twice = new TreeSet<>();
        for (Feature feature : features.listFeatures()) {
            if (feature.getName().startsWith("ashlar-")) {
                Stream.concat(feature.getBundles().stream(), feature.getConditional().stream()
                                .flatMap(condition -> condition.getBundles().stream()))
                        .map(bundle -> bundle.getLocation())
                        .filter(location -> !seen.add(location))
                        .forEach(twice::add);
            }
        }
        assertEquals(Set.of(), twice);
    }

    /** A module that leaves and comes back restarts no bundle of another module or of the platform. */
    @Test
    public void modulesComeAndGoAlone() throws Exception {
        EnumSet<FeaturesService.Option> alone = EnumSet.of(FeaturesService.Option.NoAutoRefreshBundles);
        for (String module : MODULES) {
            Set<String> own = bundlesOf(module);
            Set<String> before = others(own);
            features.uninstallFeature(module, alone);
            assertEquals("while " + module + " is away", before, others(own));
            features.installFeature(module, alone);
            assertEquals("after " + module + " came back", before, others(own));
            assertEquals(FeatureState.Started, features.getState(features.getFeature(module).getId()));
        }
    }

    /** Locations of the module's bundles and of its bridges. */
    private Set<String> bundlesOf(String module) throws Exception {
        Set<String> own = new TreeSet<>();
        features.getFeature(module).getBundles().forEach(bundle -> own.add(bundle.getLocation()));
        for (Feature feature : features.listFeatures()) {
            feature.getConditional().stream()
                    .filter(c -> feature.getName().equals(module) || c.getCondition().contains(module))
                    .forEach(c -> c.getBundles().forEach(bundle -> own.add(bundle.getLocation())));
        }
        return own;
    }

    private Set<String> others(Set<String> own) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> !own.contains(bundle.getLocation()))
                .filter(bundle -> bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null)
                .map(bundle -> bundle.getBundleId() + " " + bundle.getSymbolicName() + " " + bundle.getState() + " since "
                        + bundle.getLastModified())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
