package org.jibao.cli;

import java.lang.reflect.Constructor;
import org.jibao.cli.page.Screen;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the commands, giving the screen to those that want one. */
final class CommandFactory implements IFactory {

    private final Screen screen;

    CommandFactory(Screen screen) {
        this.screen = screen;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            Class<?>[] parameters = constructor.getParameterTypes();
            if (parameters.length == 1 && parameters[0] == Screen.class) {
                return type.cast(constructor.newInstance(screen));
            }
        }
        return CommandLine.defaultFactory().create(type);
    }
}
