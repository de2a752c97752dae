package org.jibao.sample;

import java.util.List;
import java.util.Random;

/** Chance with a memory: the same seed and name give the same throws, whatever was thrown for others. */
final class Dice {

    private final Random random;

    Dice(long seed, String name) {
        this.random = new Random(mixed(seed * 31 + name.hashCode()));
    }

    /** Both ends included. */
    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T pick(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    /** An index, as often as its weight says. */
    int weighted(int... weights) {
        int sum = 0;
        for (int weight : weights) {
            sum += weight;
        }
        int left = random.nextInt(sum);
        int index = 0;
        while (left >= weights[index]) {
            left -= weights[index];
            index++;
        }
        return index;
    }

    /** How many of a number succeed, each with the same chance. */
    int successes(int number, int percent) {
        int successes = 0;
        for (int i = 0; i < number; i++) {
            successes += chance(percent) ? 1 : 0;
        }
        return successes;
    }

    /** Neighbouring seeds of java.util.Random begin alike; this sets them apart (the finaliser of SplitMix64). */
    private static long mixed(long seed) {
        long z = seed * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
