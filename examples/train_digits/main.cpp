// Trains multilayer perceptrons on real images: Eigen multiplies the matrices, xact computes every activation and its
// gradient (activation.hpp and network.hpp are the parts to copy). One run compares activations and depths.

#include "options.hpp"
#include "report.hpp"

#include <algorithm>

namespace {

std::vector<activation> choose_activations(options const& chosen) {
    std::vector<activation> const known = activations(chosen.accuracy);
    std::vector<activation> found;
    for (std::string const& name : chosen.activations) {
        auto const at = std::find_if(known.begin(), known.end(), [&](activation const& f) { return f.name == name; });
        if (at == known.end()) {
            std::string names;
            for (activation const& f : known) names += (names.empty() ? "" : ", ") + f.name;
            throw input_error("unknown activation '" + name + "'; expected one of: " + names);
        }
        found.push_back(*at);
    }
    return found;
}

int run(options const& chosen) {
    std::vector<activation> const functions = choose_activations(chosen);
    dataset const data = load_dataset(chosen.data, TRAIN_DIGITS_DATA, chosen.seed);
    if (chosen.plots) {
        std::error_code error;
        std::filesystem::create_directories(chosen.output, error);
        if (error)
            throw input_error("--output: expected a directory that exists or can be made, not '" + chosen.output +
                              "': " + error.message());
    }
    constexpr Eigen::Index large = 10000; // from here on a few epochs are enough, and all that a minute holds
    int const epochs = chosen.epochs.value_or(data.train.size() < large ? 40 : 3);
    settings const s{chosen.width, epochs, chosen.batch, chosen.learning_rate, chosen.seed};

    std::printf("%s: %ld training and %ld test images of %ld pixels\n", data.name.c_str(),
                static_cast<long>(data.train.size()), static_cast<long>(data.test.size()),
                static_cast<long>(data.train.images.rows()));
    std::printf("hidden layers of %d, %d epochs of mini-batches of %d, Adam at %g, seed %llu\n", s.width, s.epochs,
                s.batch, s.learning_rate, static_cast<unsigned long long>(s.seed));

    std::vector<training_record> records;
    for (int depth : chosen.depths)
        for (activation const& f : functions) {
            progress_bar const progress(f.name + ", depth " + std::to_string(depth), epochs);
            records.push_back(
                train(data, f, depth, s, [&](int epoch, double accuracy) { progress.show(epoch, accuracy); }));
            print_record(records.back(), chosen.timing);
            std::fflush(stdout);
        }
    print_summary(records, chosen.timing);
    if (chosen.plots) write_plots(records, chosen.output, TRAIN_DIGITS_PLOTS);

    bool reached = true;
    if (chosen.required_accuracy)
        for (training_record const& r : records)
            if (!(r.accuracy.back() > *chosen.required_accuracy)) {
                std::fflush(stdout);
                std::fprintf(stderr, "train_digits: %s reached %.2f %%; more than %g %% was required\n",
                             title(r).c_str(), r.accuracy.back(), *chosen.required_accuracy);
                reached = false;
            }
    if (std::fflush(stdout) != 0 || std::ferror(stdout)) throw std::runtime_error("cannot write to standard output");
    return reached ? 0 : 1;
}

} // namespace

int main(int argc, char** argv) {
    try {
        options const chosen = parse_options(argc, argv);
        if (chosen.help) return std::fputs(usage, stdout) < 0 || std::fflush(stdout) != 0 ? 1 : 0;
        return run(chosen);
    } catch (input_error const& error) {
        std::fprintf(stderr, "train_digits: %s\n", error.what());
        return 2;
    } catch (std::exception const& error) {
        std::fprintf(stderr, "train_digits: %s\n", error.what());
        return 1;
    }
}
