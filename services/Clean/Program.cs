using Ingestion.Clean;
using Ingestion.Hosting;
using Ingestion.Hosting.Bus;
using Ingestion.Hosting.Health;

if (HealthProbe.IsAsked(args)) return await HealthProbe.RunAsync();
var builder = WebApplication.CreateBuilder(args);
builder.AddIngestionDefaults("clean");
builder.AddClean();
builder.AddIngestionBus(bus => bus.AddCleanConsumers());
var app = builder.Build();
app.MapIngestionDefaults();
app.MapClean();
await app.RunAsync();
return 0;
