using System.CommandLine;
using Ingestion.Bench;
using Ingestion.Bench.Deliver;
using Ingestion.Bench.Push;
using Ingestion.Bench.Streams;
using Ingestion.Bench.Throughput;

return await new RootCommand("Measures Ingestion: how well it cleans and reads, and how much it carries.")
{
    CleanCommand.Create(),
    DeliverCommand.Create(),
    FeedsCommand.Create(),
    NearDuplicatesCommand.Create(),
    PushCommand.Create(),
    StreamCommand.Create(),
    ThroughputCommand.Create(),
}.Parse(args).InvokeAsync();
