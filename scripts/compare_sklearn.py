#!/usr/bin/env python3
"""Measures scikit-learn and papertrends on one dump, in turn, and prints tables in Markdown.

    scripts/compare_sklearn.py DUMP [--topics 100] [--runs 3] [--labels]
                               [--only speed|right|pipelines] [--gold FILE ...] [--check]

Sections, each of which works alone:

  speed      Seconds and peak memory by stage, medians over --runs runs of both sides in turn, each
             run a new process, on the same file; ratios.
  right      Both sides on one and the same matrix, ours, through 'papertrends export': explained
             variance, singular values against ARPACK's, k-means inertia over --seeds seeds, from
             seedings of their own and from our starting centroids on both sides, and whether our
             centroids are a fixed point of Lloyd's iteration.
  pipelines  Each side with its own pipeline on labelled dumps (--gold; with --labels DUMP too), the
             number of topics being that of the labels: NMI, AMI, ARI over --seeds seeds.

scikit-learn comes from PyPI into a virtual environment of its own under .build-compare/. Both sides
have two threads (--threads) and the same setting of the variables that force a kernel on OpenBLAS:
none, or with --keep-openblas-variables those of the caller; the kernels that each side then runs
are printed. With --check the exit code is 1 where a bound is missed. Peak memory is the kernel's
high-water mark of resident memory, reset at the beginning of each stage, on both sides. A virtual
machine's host may have taken back memory that was free for some seconds, and then the first touch of
a megabyte costs milliseconds; so before each timed run of either side --touch megabytes are
touched and freed. --touch 0 leaves that out.
"""

import argparse
import json
import math
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
ENVIRONMENT = os.path.join(ROOT, ".build-compare", "venv")
PIN = "scikit-learn==1.9.*"
FORCED = ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")
OUR_STAGES = ("read", "terms", "decomposition", "clustering", "labels")
THEIR_STAGES = ("read", "terms", "decomposition", "clustering", "clustering-default", "labels")
COMPONENTS = 100


class Failure(Exception):
    """One sentence for the user."""


# ------------------------------------------------------------------------------------------------
# scikit-learn's side: runs in the virtual environment as `--worker TASK`, answers in JSON.


class Stages:
    """Times stages; the peak is the high-water mark of resident memory, reset before each."""

    def __init__(self):
        self.records = []

    def run(self, name, work):
        with open("/proc/self/clear_refs", "w") as file:
            file.write("5")
        start = time.perf_counter()
        result = work()
        seconds = time.perf_counter() - start
        with open("/proc/self/status") as file:
            line = next(line for line in file if line.startswith("VmHWM:"))
        peak = int(line.split()[1]) * 1024
        self.records.append({"name": name, "seconds": seconds, "peakMemoryBytes": peak})
        return result


def read_dump(path):
    """Titles and abstracts as one text each, and the first category or None."""
    import gzip

    opened = gzip.open(path, "rt", encoding="utf-8") if path.endswith(".gz") else open(
        path, encoding="utf-8")
    texts, labels = [], []
    with opened as file:
        for line in file:
            if not line.strip():
                continue
            record = json.loads(line)
            texts.append((record.get("title") or "") + "\n\n" + (record.get("abstract") or ""))
            categories = record.get("categories") or [None]
            labels.append(categories[0])
    return texts, labels


def vectorizer():
    import numpy
    from sklearn.feature_extraction.text import TfidfVectorizer

    return TfidfVectorizer(
        sublinear_tf=True, min_df=5, max_df=0.5, stop_words="english", dtype=numpy.float32)


def kmeans(topics, seed, tolerance, restarts=1):
    from sklearn.cluster import KMeans

    return KMeans(topics, n_init=restarts, tol=tolerance, max_iter=300, random_state=seed)


def top_terms(matrix, labels, topics, terms, count=10):
    """The terms of largest mean TF-IDF in each cluster."""
    import numpy
    import scipy.sparse

    rows = numpy.arange(len(labels))
    member = scipy.sparse.csr_matrix(
        (numpy.ones(len(labels), numpy.float32), (labels, rows)), shape=(topics, len(labels)))
    sums = (member @ matrix).toarray()
    return [[terms[i] for i in numpy.argsort(-row)[:count]] for row in sums]


def scores(truth, labels):
    from sklearn import metrics

    return {
        "nmi": float(metrics.normalized_mutual_info_score(truth, labels)),
        "ami": float(metrics.adjusted_mutual_info_score(truth, labels)),
        "ari": float(metrics.adjusted_rand_score(truth, labels)),
    }


def worker_versions(_):
    import numpy
    import scipy
    import sklearn
    import sklearn.cluster  # loads the libraries that threadpool_info lists
    import threadpoolctl

    libraries = [
        f"{entry['internal_api']} {entry.get('version')} {entry.get('architecture', '')}".strip()
        + f", {entry['num_threads']} threads"
        for entry in threadpoolctl.threadpool_info()
    ]
    return {
        "python": platform.python_version(), "scikit-learn": sklearn.__version__,
        "numpy": numpy.__version__, "scipy": scipy.__version__,
        "libraries": sorted(set(libraries)),
    }


def worker_speed(task):
    import sklearn.cluster  # noqa: F401  imports are not part of any stage
    import sklearn.decomposition
    import sklearn.feature_extraction.text  # noqa: F401
    import sklearn.metrics  # noqa: F401
    import sklearn.preprocessing

    topics, seed = task["topics"], task["seed"]
    stages = Stages()
    texts, categories = stages.run("read", lambda: read_dump(task["dump"]))
    terms = vectorizer()
    matrix = stages.run("terms", lambda: terms.fit_transform(texts))
    decomposition = sklearn.decomposition.TruncatedSVD(COMPONENTS, random_state=seed)

    def decompose():
        vectors = decomposition.fit_transform(matrix)
        return sklearn.preprocessing.Normalizer(copy=False).fit_transform(vectors)

    vectors = stages.run("decomposition", decompose)
    strict = kmeans(topics, seed, 0)
    stages.run("clustering", lambda: strict.fit(vectors))
    default = kmeans(topics, seed, 1e-4)
    stages.run("clustering-default", lambda: default.fit(vectors))
    stages.run("labels", lambda: top_terms(
        matrix, strict.labels_, topics, terms.get_feature_names_out()))
    answer = {
        "stages": stages.records, "papers": matrix.shape[0], "terms": matrix.shape[1],
        "entries": int(matrix.nnz),
        "explainedVariance": float(decomposition.explained_variance_ratio_.sum()),
        "inertia": float(strict.inertia_), "iterations": int(strict.n_iter_),
        "inertiaDefault": float(default.inertia_), "iterationsDefault": int(default.n_iter_),
        "singularValues": [float(value) for value in decomposition.singular_values_[:5]],
    }
    if task["labels"]:
        if None in categories:
            raise SystemExit("a record has no categories")
        answer["scores"] = scores(categories, strict.labels_)
    return answer


def load_export(folder):
    import numpy
    import scipy.sparse

    arrays = {
        name: numpy.load(os.path.join(folder, name + ".npy"))
        for name in ("tfidf-data", "tfidf-indices", "tfidf-indptr", "tfidf-shape", "components",
                     "singular-values", "document-vectors", "centroids", "starting-centroids",
                     "labels")
    }
    matrix = scipy.sparse.csr_matrix(
        (arrays["tfidf-data"], arrays["tfidf-indices"], arrays["tfidf-indptr"]),
        shape=tuple(arrays["tfidf-shape"]))
    return matrix, arrays


def explained_share(matrix, components):
    """The share of the variance of `matrix` in the span's coordinates, in float64."""
    import numpy

    projected = (matrix @ components).astype(numpy.float64)
    squares = matrix.copy()
    squares.data = squares.data.astype(numpy.float64) ** 2
    mean = numpy.asarray(matrix.mean(axis=0, dtype=numpy.float64)).ravel()
    total = squares.sum() / matrix.shape[0] - (mean**2).sum()
    return float(projected.var(axis=0).sum() / total)


def inertia(points, centroids, labels):
    import numpy

    total = 0.0
    for start in range(0, len(points), 65_536):
        part = slice(start, start + 65_536)
        difference = points[part].astype(numpy.float64) - centroids[labels[part]]
        total += float((difference**2).sum())
    return total


def worker_right(task):
    import numpy
    import scipy.sparse.linalg
    from sklearn.cluster import KMeans
    from sklearn.decomposition import TruncatedSVD

    matrix, arrays = load_export(task["folder"])
    seed = task["seed"]
    answer = {}
    if task["decomposition"]:
        start = time.perf_counter()
        theirs = TruncatedSVD(arrays["components"].shape[1], random_state=seed).fit(matrix)
        answer["decompositionSeconds"] = time.perf_counter() - start
        answer["ourShare"] = explained_share(matrix, arrays["components"].astype(numpy.float64))
        answer["theirShare"] = explained_share(matrix, theirs.components_.T.astype(numpy.float64))
        exact = scipy.sparse.linalg.svds(
            matrix.astype(numpy.float64), k=50, solver="arpack", return_singular_vectors=False,
            random_state=0)
        exact = numpy.sort(exact)[::-1]
        for name, values in (("our", arrays["singular-values"]),
                             ("their", theirs.singular_values_)):
            errors = numpy.abs(values[:50].astype(numpy.float64) - exact) / exact
            answer[name + "SingularValueError"] = float(errors.max())
        answer["singularValues"] = [float(value) for value in exact[:5]]
    kept = arrays["labels"] >= 0
    points = arrays["document-vectors"][kept]
    labels, centroids = arrays["labels"][kept], arrays["centroids"]
    start = time.perf_counter()
    fitted = kmeans(len(centroids), seed, 0).fit(points)
    answer["clusteringSeconds"] = time.perf_counter() - start
    answer["theirInertia"] = inertia(
        points, fitted.cluster_centers_.astype(numpy.float64), fitted.labels_)
    answer["theirIterations"] = int(fitted.n_iter_)
    answer["ourInertia"] = inertia(points, centroids.astype(numpy.float64), labels)
    # Both from one seeding, ours.
    same = KMeans(
        len(centroids), init=arrays["starting-centroids"], n_init=1, tol=0, max_iter=300
    ).fit(points)
    answer["theirInertiaFromOurStart"] = inertia(
        points, same.cluster_centers_.astype(numpy.float64), same.labels_)
    # One more iteration of Lloyd's from our centroids must change nothing but roundings.
    again = KMeans(
        len(centroids), init=centroids, n_init=1, tol=0, max_iter=1).fit(points)
    answer["labelsMovedByLloyd"] = int((again.labels_ != labels).sum())
    after = inertia(points, again.cluster_centers_.astype(numpy.float64), again.labels_)
    answer["inertiaGainOfLloyd"] = 1 - after / answer["ourInertia"]
    return answer


def worker_pipeline(task):
    from sklearn.decomposition import TruncatedSVD
    from sklearn.preprocessing import Normalizer

    texts, categories = read_dump(task["dump"])
    if None in categories:
        raise SystemExit("a record has no categories")
    matrix = vectorizer().fit_transform(texts)
    topics = len(set(categories))
    runs = {"1": [], "10": []}
    for seed in range(task["seeds"]):
        vectors = Normalizer(copy=False).fit_transform(
            TruncatedSVD(COMPONENTS, random_state=seed).fit_transform(matrix))
        for restarts, found in runs.items():
            fitted = kmeans(topics, seed, 1e-4, int(restarts)).fit(vectors)
            found.append(scores(categories, fitted.labels_))
    return {"scored": len(texts), "topics": topics, "runs": runs}


WORKERS = {
    "versions": worker_versions, "speed": worker_speed, "right": worker_right,
    "pipeline": worker_pipeline,
}


# ------------------------------------------------------------------------------------------------
# Running both sides.


def prepare_environment():
    python = os.path.join(ENVIRONMENT, "bin", "python")
    wanted = os.path.join(ENVIRONMENT, "pinned")
    if os.path.exists(wanted):
        with open(wanted) as file:
            if file.read() == PIN:
                return python
    say(f"installing {PIN} into {ENVIRONMENT}")
    shutil.rmtree(ENVIRONMENT, ignore_errors=True)
    subprocess.run([sys.executable, "-m", "venv", ENVIRONMENT], check=True)
    subprocess.run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", PIN],
                   check=True)
    with open(wanted, "w") as file:
        file.write(PIN)
    return python


def say(text):
    print(f"compare: {text}", file=sys.stderr, flush=True)


class Sides:
    """Runs one side or the other, each time in a new process."""

    def __init__(self, options):
        self.options = options
        self.python = prepare_environment()
        self.environment = dict(os.environ)
        if not options.keep_openblas_variables:
            for name in FORCED:
                self.environment.pop(name, None)
        for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS"):
            self.environment[name] = str(options.threads)

    def theirs(self, task, **arguments):
        outcome = subprocess.run(
            [self.python, os.path.abspath(__file__), "--worker", task, json.dumps(arguments)],
            env=self.environment, capture_output=True, text=True)
        if outcome.returncode != 0:
            raise Failure(f"scikit-learn's {task} failed:\n{outcome.stderr}")
        return json.loads(outcome.stdout)

    def ours(self, *arguments):
        outcome = subprocess.run(
            [self.options.papertrends, *arguments], env=self.environment, capture_output=True,
            text=True)
        if outcome.returncode != 0:
            raise Failure(f"papertrends {' '.join(arguments)} failed:\n{outcome.stderr}")
        return json.loads(outcome.stdout)


def stage_table(records, names, side):
    """Seconds and peaks by name; a stage that measured nothing is a failure."""
    table = {record["name"]: (record["seconds"], record["peakMemoryBytes"]) for record in records}
    for name in names:
        seconds, peak = table.get(name, (0, 0))
        if not seconds > 0 or not peak > 0:
            raise Failure(f"{side}: the stage '{name}' measured nothing")
    return table


class Disturbance:
    """The share of the machine's processors that other processes use."""

    LIMIT = 0.08
    # So many seconds a host is given to take back what the last process freed, before memory is
    # touched: while it does so it takes the touched memory, too.
    TAKING_BACK = 5

    @staticmethod
    def busy_seconds():
        with open("/proc/stat") as file:
            ticks = [int(word) for word in file.readline().split()[1:9]]
        idle = ticks[3] + ticks[4]
        return (sum(ticks) - idle) / os.sysconf("SC_CLK_TCK")

    @staticmethod
    def own_seconds():
        times = os.times()
        return times.user + times.system + times.children_user + times.children_system

    @classmethod
    def during(cls, work):
        """The result of `work` and what others used meanwhile."""
        start, busy, own = time.perf_counter(), cls.busy_seconds(), cls.own_seconds()
        result = work()
        foreign = (cls.busy_seconds() - busy) - (cls.own_seconds() - own)
        return result, max(0.0, foreign / (time.perf_counter() - start) / os.cpu_count())

    @classmethod
    def wait(cls, patience):
        """Waits until others are quiet, `patience` seconds at most."""
        deadline = time.monotonic() + patience
        while cls.during(lambda: time.sleep(1))[1] > cls.LIMIT and time.monotonic() < deadline:
            pass

    @classmethod
    def touch_memory(cls, count):
        """Has the system hold `count` megabytes of memory that is free, half of that at most."""
        with open("/proc/meminfo") as file:
            available = next(line for line in file if line.startswith("MemAvailable:"))
        count = min(count, int(available.split()[1]) // 2048)
        if count == 0:
            return
        time.sleep(cls.TAKING_BACK)
        subprocess.run([sys.executable, "-c", f"b'1' * ({count} << 20)"], check=True)

    @classmethod
    def least(cls, options, work):
        """The result of the first undisturbed of --attempts runs, or of the least disturbed."""
        best = None
        for _ in range(options.attempts):
            cls.wait(options.patience)
            cls.touch_memory(options.touch)
            attempt = cls.during(work)
            if best is None or attempt[1] < best[1]:
                best = attempt
            if best[1] <= cls.LIMIT:
                break
        return best


class Report:
    """Lines of Markdown, and the bounds that were missed."""

    def __init__(self):
        self.lines, self.missed = [], []

    def add(self, *lines):
        self.lines.extend(lines)

    def table(self, heading, rows):
        self.add("| " + " | ".join(heading) + " |", "|" + "---|" * len(heading))
        for row in rows:
            self.add("| " + " | ".join(row) + " |")
        self.add("")

    def judge(self, what, holds):
        if not holds:
            self.missed.append(what)
        return "yes" if holds else "NO"


def fixed(value, places=2):
    return f"{value:.{places}f}"


def megabytes(value):
    return f"{value / 1e6:.0f}"


# ------------------------------------------------------------------------------------------------
# speed


# What scikit-learn's pipeline does, and no more: single words of the texts as they are, its kind of
# stop words, every record a paper of its own, whatever its language.
BARE = ["--clean", "none", "--acronyms", "keep", "--keep-duplicates", "--languages", "all",
        "--phrases", "none", "--stop-words", "english"]


def our_arguments(options, text):
    return [*text, "--json", "--quiet", "--method", "lsa", "--topics", str(options.topics),
            "--dimensions", str(COMPONENTS), "--restarts", "1", "--threads", str(options.threads)]


def speed(sides, report):
    options = sides.options
    singles, phrases, theirs = [], [], []
    disturbances = {"papertrends": [], "scikit-learn": []}
    for run in range(options.runs):
        say(f"speed, run {run + 1} of {options.runs}: papertrends")
        for text, tables in ((BARE, singles), ([], phrases)):
            document, foreign = Disturbance.least(
                options, lambda: sides.ours(
                    "report", options.dump, *our_arguments(options, text), "--seed", str(run)))
            disturbances["papertrends"].append(foreign)
            tables.append(stage_table(document["run"]["stages"], OUR_STAGES, "papertrends"))
        say(f"speed, run {run + 1} of {options.runs}: scikit-learn")
        answer, foreign = Disturbance.least(
            options, lambda: sides.theirs(
                "speed", dump=options.dump, topics=options.topics, seed=run, labels=options.labels))
        disturbances["scikit-learn"].append(foreign)
        theirs.append((stage_table(answer["stages"], THEIR_STAGES, "scikit-learn"), answer))

    def seconds(tables, *names):
        return statistics.median(sum(table[name][0] for name in names) for table in tables)

    def peak(tables, *names):
        return statistics.median(max(table[name][1] for name in names) for table in tables)

    tables = [table for table, _ in theirs]
    strict = ("read", "terms", "decomposition", "clustering", "labels")
    default = ("read", "terms", "decomposition", "clustering-default", "labels")
    lines = [
        ("read", singles, ("read",), ("read",), None, None),
        ("tokenize + TF-IDF, single words", singles, ("terms",), ("terms",), None, None),
        ("read + tokenize + TF-IDF, single words", singles, ("read", "terms"), ("read", "terms"),
         15, 30),
        ("read + tokenize + TF-IDF, our defaults", phrases, ("read", "terms"),
         ("read", "terms"), None, None),
        ("truncated SVD, 100 components", singles, ("decomposition",), ("decomposition",), 6, 10),
        ("k-means, tolerance 0", singles, ("clustering",), ("clustering",), 3, 6),
        ("k-means, their default tolerance", singles, ("clustering",), ("clustering-default",),
         None, None),
        ("labels", singles, ("labels",), ("labels",), None, None),
        ("dump to labelled topics, tolerance 0", singles, OUR_STAGES, strict, 8, 15),
        ("dump to labelled topics, their default tolerance", singles, OUR_STAGES, default, None,
         None),
        ("dump to labelled topics, our defaults", phrases, OUR_STAGES, strict, None, None),
    ]
    rows = []
    for name, ours, our_names, their_names, least, aim in lines:
        ratio = seconds(tables, *their_names) / seconds(ours, *our_names)
        bound = f"{least} / {aim}" if least else ""
        verdict = report.judge(f"speed: {name} {ratio:.1f}x", ratio >= least) if least else ""
        rows.append([
            name, fixed(seconds(tables, *their_names)), fixed(seconds(ours, *our_names)),
            fixed(ratio, 1), bound, verdict, megabytes(peak(tables, *their_names)),
            megabytes(peak(ours, *our_names)),
        ])
    share = peak(singles, *OUR_STAGES) / peak(tables, *strict)
    report.add(
        "", f"## Speed: {os.path.basename(options.dump)},"
        f" {os.path.getsize(options.dump) / 1e6:.0f} MB,"
        f" {theirs[0][1]['papers']} papers, {options.topics} topics, {options.threads} threads", "",
        f"Medians of {options.runs} runs in turn, {options.touch} MB of memory touched before each."
        " Other processes used meanwhile, of the machine's"
        " processors: " + "; ".join(
            f"{side} median {100 * statistics.median(values):.0f} %, at most"
            f" {100 * max(values):.0f} %" for side, values in disturbances.items()) + ".", "")
    report.table(
        ["stage", "scikit-learn s", "papertrends s", "ratio", "at least / aim", "reached",
         "scikit-learn peak MB", "papertrends peak MB"], rows)
    report.add(f"Peak memory over all stages: {share:.2f} of scikit-learn's (no more: "
               f"{report.judge(f'memory: {share:.2f} of theirs', share <= 1)}; aim half).", "")
    quality(sides, report, [answer for _, answer in theirs])


def quality(sides, report, theirs):
    """What the timed pipelines found: seed 0 of each."""
    options = sides.options
    say("speed: what was found")
    arguments = ["bench", "clustering", options.dump, *our_arguments(options, BARE), "--repeats",
                 str(options.runs), "--seed", "0"]
    if options.labels:
        arguments += ["--labels", "categories"]
    document = sides.ours(*arguments)
    runs = [run["quality"] for run in document["runs"]]
    if len(runs) != options.runs:
        raise Failure(f"papertrends measured {len(runs)} runs of {options.runs}")
    folder = tempfile.mkdtemp(prefix="compare-")
    try:
        export(sides, os.path.join(folder, "export"), seed=0)
        values = singular_values(sides, os.path.join(folder, "export"))
    finally:
        shutil.rmtree(folder)

    def median(pick, of):
        return statistics.median(pick(run) for run in of)

    kept = document["papers"]["kept"]
    rows = [
        ["papers", str(theirs[0]["papers"]), str(kept)],
        ["explained variance", fixed(median(lambda r: r["explainedVariance"], theirs), 5),
         fixed(median(lambda r: r["explainedVariance"], runs), 5)],
        ["inertia per paper, tolerance 0",
         fixed(median(lambda r: r["inertia"] / r["papers"], theirs), 5),
         fixed(median(lambda r: r["inertia"] / kept, runs), 5)],
        ["Lloyd iterations", str(median(lambda r: r["iterations"], theirs)),
         str(median(lambda r: r["work"]["iterations"], document["runs"]))],
        ["first singular values", ", ".join(fixed(v) for v in theirs[0]["singularValues"]),
         ", ".join(fixed(v) for v in values)],
    ]
    if options.labels:
        for name in ("nmi", "ami", "ari"):
            rows.append([
                name.upper(), fixed(median(lambda r: r["scores"][name], theirs), 4),
                fixed(median(lambda r: r[name], runs), 4)])
    report.add(
        "What the timed pipelines found, medians over the runs; each has its own vocabulary"
        f" ({theirs[0]['terms']} terms, {theirs[0]['entries']} entries there), so these are two"
        " matrices.", "")
    report.table(["", "scikit-learn", "papertrends"], rows)


def export(sides, folder, seed):
    options = sides.options
    return sides.ours(
        "export", options.dump, "--to", folder, *our_arguments(options, BARE), "--seed", str(seed))


def singular_values(sides, folder):
    outcome = subprocess.run(
        [sides.python, "-c", "import json, numpy, sys; print(json.dumps("
         "[float(v) for v in numpy.load(sys.argv[1])[:5]]))",
         os.path.join(folder, "singular-values.npy")], capture_output=True, text=True, check=True)
    return json.loads(outcome.stdout)


# ------------------------------------------------------------------------------------------------
# right


def right(sides, report):
    options = sides.options
    folder = tempfile.mkdtemp(prefix="compare-")
    runs, our_seconds = [], {"decomposition": [], "clustering": []}
    try:
        for seed in range(options.seeds):
            say(f"right, seed {seed} of {options.seeds}")
            place = os.path.join(folder, "export")
            shutil.rmtree(place, ignore_errors=True)
            document = export(sides, place, seed)
            stages = stage_table(document["run"]["stages"], OUR_STAGES, "papertrends")
            for name, values in our_seconds.items():
                values.append(stages[name][0])
            runs.append(sides.theirs(
                "right", folder=place, seed=seed, decomposition=seed < options.runs))
            os.sync()  # so that the writing of one export does not fall into the next one's time
    finally:
        shutil.rmtree(folder)
    if not all(run.get("ourInertia", 0) > 0 and run.get("theirInertia", 0) > 0 for run in runs):
        raise Failure("right: an inertia measured nothing")

    def median(name, of=runs):
        return statistics.median(run[name] for run in of)

    with_svd = [run for run in runs if "ourShare" in run]
    share = median("ourShare", with_svd) / median("theirShare", with_svd) - 1
    error = max(run["ourSingularValueError"] for run in with_svd)
    their_error = max(run["theirSingularValueError"] for run in with_svd)
    gap = median("ourInertia") / median("theirInertia") - 1
    same_start = [run["ourInertia"] / run["theirInertiaFromOurStart"] - 1 for run in runs]
    start_gap = statistics.median(same_start)
    moved = max(run["labelsMovedByLloyd"] for run in runs)
    gain = max(run["inertiaGainOfLloyd"] for run in runs)
    svd_ratio = median("decompositionSeconds", with_svd) / statistics.median(
        our_seconds["decomposition"])
    kmeans_ratio = median("clusteringSeconds") / statistics.median(our_seconds["clustering"])
    report.add(
        "", f"## As right, on one and the same matrix: {os.path.basename(options.dump)}", "",
        f"Our TF-IDF matrix and our unit document vectors through `papertrends export`; k-means"
        f" with {options.topics} clusters, {options.seeds} seeds, one restart, tolerance 0;"
        f" decompositions of {len(with_svd)} seeds.", "")
    report.table(["", "scikit-learn", "papertrends", "difference", "bound", "holds"], [
        ["explained variance, 100 components", fixed(median("theirShare", with_svd), 6),
         fixed(median("ourShare", with_svd), 6), f"{100 * share:+.3f} %", "-0.1 %",
         report.judge(f"right: explained variance {100 * share:+.3f} %", share >= -0.001)],
        ["largest relative error of 50 singular values (ARPACK)", f"{their_error:.1e}",
         f"{error:.1e}", "", "1e-3", report.judge(f"right: singular values {error:.1e}",
                                                 error <= 1e-3)],
        ["k-means inertia, median", fixed(median("theirInertia"), 1),
         fixed(median("ourInertia"), 1), f"{100 * gap:+.3f} %", "+0.5 %",
         report.judge(f"right: inertia {100 * gap:+.3f} %", gap <= 0.005)],
        ["k-means inertia, smallest to largest",
         f"{min(r['theirInertia'] for r in runs):.1f} to {max(r['theirInertia'] for r in runs):.1f}",
         f"{min(r['ourInertia'] for r in runs):.1f} to {max(r['ourInertia'] for r in runs):.1f}",
         "", "", ""],
        ["the same from our starting centroids, median", fixed(median("theirInertiaFromOurStart"), 1),
         fixed(median("ourInertia"), 1), f"{100 * start_gap:+.4f} %", "+0.1 %",
         report.judge(f"right: inertia from one start {100 * start_gap:+.4f} %",
                      start_gap <= 0.001)],
        ["each seed's difference, smallest to largest", "", "",
         f"{100 * min(same_start):+.4f} % to {100 * max(same_start):+.4f} %", "", ""],
        ["one more Lloyd iteration from our centroids", "", f"{moved} labels move",
         f"inertia falls by {gain:.1e}", "1e-6",
         report.judge(f"right: Lloyd gains {gain:.1e}", gain <= 1e-6)],
        ["truncated SVD, seconds on this matrix", fixed(median("decompositionSeconds", with_svd)),
         fixed(statistics.median(our_seconds["decomposition"])), f"{svd_ratio:.1f} times", "", ""],
        ["k-means, seconds on these points", fixed(median("clusteringSeconds")),
         fixed(statistics.median(our_seconds["clustering"])), f"{kmeans_ratio:.1f} times", "", ""],
    ])
    report.add("First singular values by ARPACK: "
               + ", ".join(fixed(v, 3) for v in with_svd[0]["singularValues"]) + ".", "")


# ------------------------------------------------------------------------------------------------
# pipelines


def pipelines(sides, report):
    options = sides.options
    dumps = list(options.gold) + ([options.dump] if options.labels else [])
    if not dumps:
        raise Failure("pipelines: name labelled dumps by --gold, or give --labels for DUMP")
    for dump in dumps:
        say(f"pipelines, {os.path.basename(dump)}: scikit-learn")
        theirs = sides.theirs("pipeline", dump=dump, seeds=options.seeds)
        report.add(
            "", f"## Each with its own pipeline: {os.path.basename(dump)}", "",
            f"{theirs['scored']} records scored against {theirs['topics']} labels, seeds 0 to"
            f" {options.seeds - 1}; NMI with the arithmetic mean. Mean and standard deviation; the"
            " difference and two standard errors of it.", "")
        rows = []
        for name, restarts, extra in (
                ("defaults of both", "1", []), ("one restart each", "1", ["--restarts", "1"]),
                ("ten restarts each", "10", ["--restarts", "10"])):
            say(f"pipelines, {os.path.basename(dump)}: papertrends, {name}")
            document = sides.ours(
                "bench", "clustering", dump, "--labels", "categories", "--repeats",
                str(options.seeds), "--seed", "0", "--threads", str(options.threads), "--method",
                "lsa", "--json", "--quiet", *extra)
            if document["labels"]["scored"] != theirs["scored"]:
                raise Failure(f"{dump}: papertrends scored {document['labels']['scored']} records,"
                              f" scikit-learn {theirs['scored']}")
            ours = [run["quality"] for run in document["runs"]]
            if len(ours) != options.seeds or len(theirs["runs"][restarts]) != options.seeds:
                raise Failure(f"{dump}: not every seed was measured")
            for score in ("nmi", "ami", "ari"):
                rows.append(score_row(
                    report, f"{os.path.basename(dump)}, {name}", score,
                    [run[score] for run in theirs["runs"][restarts]], [run[score] for run in ours],
                    name, is_bound=not extra and score != "ami"))
        report.table(
            ["k-means", "score", "scikit-learn", "papertrends", "difference", "2 s.e.",
             "not below"], rows)


def score_row(report, what, score, theirs, ours, name, is_bound):
    def spread(values):
        return statistics.stdev(values) if len(values) > 1 else 0.0

    difference = statistics.mean(ours) - statistics.mean(theirs)
    error = math.sqrt(spread(ours) ** 2 / len(ours) + spread(theirs) ** 2 / len(theirs))
    holds = difference >= -2 * error
    verdict = report.judge(f"pipelines: {what}, {score} {difference:+.4f}", holds) if (
        is_bound) else ("yes" if holds else "no")
    return [
        name, score.upper(), f"{statistics.mean(theirs):.4f} ± {spread(theirs):.4f}",
        f"{statistics.mean(ours):.4f} ± {spread(ours):.4f}", f"{difference:+.4f}",
        fixed(2 * error, 4), verdict,
    ]


# ------------------------------------------------------------------------------------------------


def machine(sides, report):
    versions = sides.theirs("versions")
    doctor = sides.ours("doctor", "--json")
    with open("/proc/cpuinfo") as file:
        model = next(
            (line.split(":", 1)[1].strip() for line in file if line.startswith("model name")),
            platform.machine())
    forced = [f"{name}={sides.environment[name]}" for name in FORCED if name in sides.environment]
    report.add(
        "# scikit-learn and papertrends", "",
        f"- machine: {model}, {os.cpu_count()} cores, {doctor['memoryBytes'] / 2**30:.0f} GiB,"
        f" {platform.system()} {platform.release()}",
        f"- scikit-learn {versions['scikit-learn']}, NumPy {versions['numpy']}, SciPy"
        f" {versions['scipy']}, Python {versions['python']}; " + "; ".join(versions["libraries"]),
        f"- papertrends {doctor['version']}; {doctor['blas']}"
        f" {doctor.get('blasConfiguration') or ''}, kernel {doctor.get('blasKernel')}; own kernels"
        f" {doctor['kernelVariant']}",
        "- variables that force a kernel on OpenBLAS, on both sides: "
        + (", ".join(forced) if forced else "none"))


def parse():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dump", help="a dump in JSON Lines with title, abstract, categories")
    parser.add_argument("--topics", type=int, default=100)
    parser.add_argument("--runs", type=int, default=3, help="timed runs of each side, at least 3")
    parser.add_argument("--seeds", type=int, default=20, help="seeds of right and pipelines")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--attempts", type=int, default=3, help="repetitions of a timed run that"
                        " other processes disturbed; the least disturbed one counts")
    parser.add_argument("--patience", type=int, default=60, metavar="SECONDS",
                        help="wait so long for other processes before each timed run")
    parser.add_argument("--touch", type=int, default=6144, metavar="MB",
                        help="touch so much memory before each timed run")
    parser.add_argument("--keep-openblas-variables", action="store_true",
                        help="leave " + " and ".join(FORCED) + " as they are, on both sides")
    parser.add_argument("--labels", action="store_true", help="score against categories[0]")
    parser.add_argument("--only", choices=("speed", "right", "pipelines"))
    parser.add_argument("--gold", nargs="*", default=[], metavar="FILE")
    parser.add_argument("--check", action="store_true", help="exit 1 where a bound is missed")
    parser.add_argument(
        "--papertrends", default=os.path.join(ROOT, ".build", "release", "papertrends"))
    options = parser.parse_args()
    if options.runs < 3:
        parser.error("a median needs at least 3 runs")
    if options.seeds < 2 or min(options.topics, options.threads, options.attempts) < 1 or (
            options.touch < 0):
        parser.error("--seeds must be at least 2, --topics, --threads and --attempts at least 1,"
                     " --touch at least 0")
    for path in [options.dump] + options.gold:
        if not os.path.isfile(path):
            parser.error(f"{path}: no such file")
    if not os.access(options.papertrends, os.X_OK):
        parser.error(f"{options.papertrends} is missing; build it by"
                     " 'swift build -c release --product papertrends'")
    return options


def main():
    if len(sys.argv) == 4 and sys.argv[1] == "--worker":
        print(json.dumps(WORKERS[sys.argv[2]](json.loads(sys.argv[3]))))
        return 0
    options = parse()
    report = Report()
    try:
        sides = Sides(options)
        machine(sides, report)
        if options.only in (None, "speed"):
            speed(sides, report)
        if options.only in (None, "right"):
            right(sides, report)
        if options.only == "pipelines" or (
                options.only is None and (options.gold or options.labels)):
            pipelines(sides, report)
    except Failure as failure:
        print(f"compare: {failure}", file=sys.stderr)
        return 1
    report.add(f"Bounds missed: {'; '.join(report.missed) if report.missed else 'none'}.")
    print("\n".join(report.lines))
    return 1 if options.check and report.missed else 0


if __name__ == "__main__":
    sys.exit(main())
