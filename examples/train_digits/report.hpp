#ifndef TRAIN_DIGITS_REPORT_HPP
#define TRAIN_DIGITS_REPORT_HPP

#include "training.hpp"

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

/// On a terminal one line that fills up in place; elsewhere, in a log, a line every tenth of the way.
class progress_bar {
public:
    progress_bar(std::string what, int total)
        : label(std::move(what)), epochs(total), in_place(isatty(STDERR_FILENO)) {}

    void show(int epoch, double accuracy) const {
        if (in_place) {
            constexpr int cells = 30;
            int const filled = static_cast<int>(static_cast<long>(cells) * epoch / epochs);
            std::string const bar = std::string(static_cast<std::size_t>(filled), '#') +
                                    std::string(static_cast<std::size_t>(cells - filled), '.');
            std::fprintf(stderr, "\r%-20s [%s] epoch %d/%d, test accuracy %5.1f %%", label.c_str(), bar.c_str(), epoch,
                         epochs, accuracy);
            if (epoch == epochs) std::fputs("\r\033[K", stderr);
        } else if (int const tenth = std::max(1, epochs / 10); epoch % tenth == 0 || epoch == epochs)
            std::fprintf(stderr, "%s: epoch %d/%d, test accuracy %.1f %%\n", label.c_str(), epoch, epochs, accuracy);
    }

private:
    std::string label;
    int epochs;
    bool in_place;
};

inline std::string title(training_record const& r) { return r.activation + ", depth " + std::to_string(r.depth); }

inline double mean(std::vector<double> const& values) {
    double sum = 0.0;
    for (double value : values) sum += value;
    return sum / static_cast<double>(values.size());
}

inline void print_record(training_record const& r, bool timing) {
    std::printf("\n%s\n", title(r).c_str());
    std::printf("  test accuracy %.2f %% (%ld of %ld images), training loss %.2g\n", r.accuracy.back(),
                static_cast<long>(r.correct), static_cast<long>(r.tested), r.loss);
    if (timing)
        std::printf("  time %.2f s, in activations %.2f s (%.1f %%)\n", r.seconds, r.activation_seconds,
                    100.0 * r.activation_seconds / r.seconds);
    std::printf("  %-8s %14s %14s %12s\n", "layer", "gradient norm", "gradient norm", "activations");
    std::printf("  %-8s %14s %14s %12s\n", "", "at the start", "at the end", "that are 0");
    for (std::size_t layer = 0; layer < r.gradient_at_start.size(); ++layer) {
        bool const hidden = layer < r.zeros.size();
        std::printf("  %-8s %14.2e %14.2e", hidden ? std::to_string(layer + 1).c_str() : "output",
                    r.gradient_at_start[layer], r.gradient_at_end[layer]);
        if (hidden) std::printf(" %10.1f %%", 100.0 * r.zeros[layer]);
        std::printf("\n");
    }
}

inline void print_summary(std::vector<training_record> const& records, bool timing) {
    std::printf("\nSummary\n");
    std::printf("  %-10s %5s %10s %11s %11s %9s %8s", "", "", "test", "gradient", "at start", "first", "zero");
    std::printf(timing ? " %8s %12s\n" : "\n", "", "in activ-");
    std::printf("  %-10s %5s %10s %11s %11s %9s %8s", "activation", "depth", "accuracy", "first layer", "output",
                ": output", "activ.");
    std::printf(timing ? " %8s %12s\n" : "\n", "time", "ations");
    for (training_record const& r : records) {
        double const first = r.gradient_at_start.front(), last = r.gradient_at_start.back();
        std::printf("  %-10s %5d %8.2f %% %11.2e %11.2e %9.1e %6.1f %%", r.activation.c_str(), r.depth,
                    r.accuracy.back(), first, last, first / last, 100.0 * mean(r.zeros));
        if (timing) std::printf(" %6.2f s %10.1f %%", r.seconds, 100.0 * r.activation_seconds / r.seconds);
        std::printf("\n");
    }
}

/// One block of rows a network, as gnuplot's `index` expects them, each below a line with the network's title.
template <class Values>
void write_blocks(std::filesystem::path const& path, char const* columns, std::vector<training_record> const& records,
                  int first_x, Values&& values_of) {
    std::FILE* file = std::fopen(path.c_str(), "w");
    bool good = file != nullptr;
    if (file) {
        std::fprintf(file, "# %s\n", columns);
        for (training_record const& r : records) {
            std::fprintf(file, "\"%s\"\n", title(r).c_str());
            int x = first_x;
            for (double value : values_of(r)) std::fprintf(file, "%d\t%.6g\n", x++, value);
            std::fprintf(file, "\n\n");
        }
        good = !std::ferror(file);
        good = std::fclose(file) == 0 && good;
    }
    if (!good) throw std::runtime_error("cannot write '" + path.string() + "': " + std::strerror(errno));
}

/// Runs gnuplot without a shell, so that no directory name needs quoting. False when it is missing or fails.
inline bool run_gnuplot(std::string script, std::string directory, std::string activations) {
    std::string program = "gnuplot", call = "-c";
    char* arguments[] = {program.data(), call.data(), script.data(), directory.data(), activations.data(), nullptr};
    pid_t child = 0;
    if (posix_spawnp(&child, "gnuplot", nullptr, nullptr, arguments, environ) != 0) return false;
    int status = 0;
    while (waitpid(child, &status, 0) == -1)
        if (errno != EINTR) return false;
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/// The tables that the plots are drawn from, and the plots.
inline void write_plots(std::vector<training_record> const& records, std::filesystem::path const& directory,
                        char const* script) {
    int depth = 0;
    for (training_record const& r : records) depth = std::max(depth, r.depth);
    std::vector<training_record> deepest;
    for (training_record const& r : records)
        if (r.depth == depth) deepest.push_back(r);

    auto const percent = [](std::vector<double> values) {
        for (double& value : values) value *= 100.0;
        return values;
    };
    write_blocks(directory / "gradients.dat", "layer, norm of the gradient of its weights before training", deepest, 1,
                 [](training_record const& r) { return r.gradient_at_start; });
    write_blocks(directory / "accuracy.dat", "epoch, test accuracy in percent", records, 0,
                 [](training_record const& r) { return r.accuracy; });
    write_blocks(directory / "zeros.dat", "hidden layer, activations that are 0 in percent", records, 1,
                 [&](training_record const& r) { return percent(r.zeros); });

    std::string const where = directory.string();
    std::string const activations = std::to_string(deepest.size());
    if (run_gnuplot(script, where, activations))
        std::printf("\nPlots: gradients, accuracy and zeros (.png, .svg) in %s\n", where.c_str());
    else
        std::printf("\nNo plots: gnuplot is missing or failed (Debian: gnuplot-nox). Their data are in %s;\n"
                    "draw them later with: gnuplot -c '%s' '%s' %s\n",
                    where.c_str(), script, where.c_str(), activations.c_str());
}

#endif
